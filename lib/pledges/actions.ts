"use server";

import { action } from "#lib/action.ts";
import { answerHandover, offerHandover, takeBackHandover } from "./handovers/mutations.ts";
import { answerHandoverInput, offerHandoverInput, takeBackHandoverInput } from "./handovers/schemas.ts";
import { changePledge, makePledge, releasePledge } from "./mutations.ts";
import { changePledgeInput, makePledgeInput, releasePledgeInput } from "./schemas.ts";

export const makePledgeAction = action(makePledgeInput, makePledge);
export const changePledgeAction = action(changePledgeInput, changePledge);
export const releasePledgeAction = action(releasePledgeInput, releasePledge);
export const offerHandoverAction = action(offerHandoverInput, offerHandover);
export const answerHandoverAction = action(answerHandoverInput, answerHandover);
export const takeBackHandoverAction = action(takeBackHandoverInput, takeBackHandover);

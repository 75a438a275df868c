"use server";

import { action } from "#lib/action.ts";
import { inviteMember, remindInvited } from "./invitations/mutations.ts";
import { restoreMember, signOutEverywhere, suspendMember, updateMember } from "./mutations.ts";
import { updateProfile } from "./profile/mutations.ts";
import { updateProfileInput } from "./profile/schemas.ts";
import { inviteMemberInput, memberInput, updateMemberInput } from "./schemas.ts";

export const inviteMemberAction = action(inviteMemberInput, inviteMember);
export const remindInvitedAction = action(memberInput, remindInvited);
export const updateMemberAction = action(updateMemberInput, updateMember);
export const suspendMemberAction = action(memberInput, suspendMember);
export const restoreMemberAction = action(memberInput, restoreMember);
export const signOutEverywhereAction = action(memberInput, signOutEverywhere);
export const updateProfileAction = action(updateProfileInput, updateProfile);

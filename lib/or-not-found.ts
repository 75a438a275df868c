import { forbidden, notFound } from "next/navigation";
import { DomainError } from "#lib/errors.ts";

/** For pages: what is missing or foreign becomes the 404 page, what is not allowed the 403 page. */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    if (error instanceof DomainError && error.code === "forbidden") forbidden();
    throw error;
  }
}

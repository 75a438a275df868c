import CredentialsProvider from "next-auth/providers/credentials";
import { parseEmail } from "#lib/auth/email-address.ts";

/** Who can be played in the demo: the organizations and people that the seed makes. */
export const demoAccounts = [
  { email: "employee@acme.test", role: "Employee", organization: "Acme" },
  { email: "curator@acme.test", role: "Curator", organization: "Acme" },
  { email: "manager@acme.test", role: "Manager", organization: "Acme" },
  { email: "admin@acme.test", role: "Admin", organization: "Acme" },
  { email: "employee@globex.test", role: "Employee", organization: "Globex" },
  { email: "admin@globex.test", role: "Admin", organization: "Globex" },
] as const;

/** Believes any address without proof: only in the list of providers when HERALD_DEMO=1. */
export const demoProvider = () =>
  CredentialsProvider({
    id: "demo",
    name: "Demo account",
    credentials: { email: { label: "E-mail address", type: "email" } },
    authorize: async (credentials) => {
      const email = parseEmail(credentials?.email);
      return email ? { id: email, email } : null;
    },
  });

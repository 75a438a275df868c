"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Role } from "#lib/auth/actor.ts";
import { inviteMemberAction } from "#lib/members/actions.ts";
import type { TeamDto } from "#lib/teams/schemas.ts";
import { RoleFields } from "./role-fields.tsx";
import { sayMail } from "./say-mail.ts";
import { TeamSelect } from "./team-select.tsx";
import { noWorkplace, WorkplaceFields } from "./workplace-fields.tsx";

export function InviteButton({ teams }: { teams: TeamDto[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">Invite somebody</Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Invite somebody</DialogTitle>
          <DialogDescription>They join by signing in with this address.</DialogDescription>
        </DialogHeader>
        <InviteForm teams={teams} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({ teams, onDone }: { teams: TeamDto[]; onDone: () => void }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Role[]>(["employee"]);
  const [teamId, setTeamId] = useState("");
  const [workplace, setWorkplace] = useState(noWorkplace);
  const invite = useCall(inviteMemberAction);

  const send = (event: FormEvent) => {
    event.preventDefault();
    void invite.call({ email, name, roles, teamId: teamId || null, ...workplace }, (invitation) => {
      toast(sayMail(invitation.email, invitation.mail));
      onDone();
    });
  };

  return (
    <form onSubmit={send} className="grid gap-5">
      <Field label="E-mail address" error={invite.errorOf("email")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Name"
        hint="Leave it empty, and their own sign-in says it."
        error={invite.errorOf("name")}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <TeamSelect teams={teams} teamId={teamId} onChange={setTeamId} />
      <WorkplaceFields workplace={workplace} onChange={setWorkplace} errorOf={invite.errorOf} />
      <RoleFields roles={roles} onChange={setRoles} />
      <Alert message={invite.message} />
      <DialogFooter>
        <Button type="submit" variant="primary" pending={invite.isPending}>
          Invite
        </Button>
      </DialogFooter>
    </form>
  );
}

import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type OwnerAction, type Relation, takeOverReasons } from "#app/domain/organisations/contact-owner";

/** What was typed when a step was refused, and why. */
export type RefusedOwner = {
  typed: { act: OwnerAction | null; to: string; reason: string; note: string };
  errors: Record<string, string[] | null>;
  code: string | null;
};

/** What can be done with a relation as it stands, each as a small form of its own. The first is the main way on. */
export function OwnerChoices(props: {
  relation: Relation;
  actions: OwnerAction[];
  coordinators: { userId: string; name: string; association: string }[];
  refused: RefusedOwner | null;
}) {
  const { relation, actions, coordinators, refused } = props;
  const { t } = useTexts("register");
  const fieldsOf = (act: OwnerAction) => {
    const kept = refused?.typed.act === act ? refused : null;
    const field = (name: "to" | "reason" | "note") => ({
      id: `${act}-${name}`,
      name,
      initialValue: kept?.typed[name] ?? "",
      errors: kept?.errors[name] ?? undefined,
    });
    return { to: field("to"), reason: field("reason"), note: field("note") };
  };
  const has = (act: OwnerAction) => actions.includes(act);
  const form = (act: OwnerAction, children: ReactNode, primary = false) => (
    <Form method="post" className="pk-form" aria-label={t(labelOf[act])}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="seenOwner" value={relation.owner?.userId ?? ""} />
      <input type="hidden" name="seenOpen" value={relation.open?.id ?? ""} />
      {children}
      <p>
        <button className="ds-button" data-variant={primary ? "primary" : "secondary"} type="submit">
          {t(labelOf[act])}
        </button>
      </p>
    </Form>
  );
  return (
    <>
      {has("claim") ? <Panel>{form("claim", <p>{t("owner.claimText")}</p>, true)}</Panel> : null}
      {has("accept") ? (
        <Panel>
          {form("accept", null, true)}
          {form(
            "decline",
            <TextField
              field={fieldsOf("decline").note}
              ns="register"
              label={t("owner.declineNote")}
              longest={500}
            />,
          )}
        </Panel>
      ) : null}
      {has("withdraw") ? <Panel>{form("withdraw", null)}</Panel> : null}
      {has("propose") ? (
        <Panel title={t("owner.propose")}>
          {form(
            "propose",
            <>
              <p>{t("owner.proposeText")}</p>
              <SelectField field={fieldsOf("propose").to} ns="register" label={t("owner.to")}>
                <option value="">{t("owner.choose")}</option>
                {coordinators.map(({ userId, name, association }) => (
                  <option key={userId} value={userId}>
                    {t("page.ownerName", { name, association })}
                  </option>
                ))}
              </SelectField>
              <TextField
                field={fieldsOf("propose").note}
                ns="register"
                label={t("owner.note")}
                hint={t("owner.noteHint")}
                longest={500}
              />
            </>,
            true,
          )}
        </Panel>
      ) : null}
      {has("take_over") ? (
        <Panel title={t("owner.takeOver")}>
          {form(
            "take_over",
            <>
              <p>{t("owner.takeOverText")}</p>
              <SelectField field={fieldsOf("take_over").reason} ns="register" label={t("owner.reason")}>
                <option value="">{t("owner.choose")}</option>
                {takeOverReasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {t(`owner.reasons.${reason}`)}
                  </option>
                ))}
              </SelectField>
              <TextField
                field={fieldsOf("take_over").note}
                ns="register"
                label={t("owner.note")}
                hint={t("owner.noteHint")}
                longest={500}
              />
            </>,
          )}
        </Panel>
      ) : null}
      {has("release") ? (
        <Panel title={t("owner.release")}>{form("release", <p>{t("owner.releaseText")}</p>)}</Panel>
      ) : null}
    </>
  );
}

const labelOf: Record<OwnerAction, string> = {
  claim: "owner.claim",
  propose: "owner.propose",
  accept: "owner.accept",
  decline: "owner.decline",
  withdraw: "owner.withdraw",
  take_over: "owner.takeOver",
  release: "owner.release",
};

function Panel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="pk-panel pk-stack">
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}

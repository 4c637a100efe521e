import { NearChoices } from "#app/components/geo/near-choices";
import { Choices } from "#app/components/ui/choices";
import { type FormField, textValue } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { duties } from "#app/domain/organisations/employer-rights";

const ns = "portal";
type Fields<Name extends string> = Record<Name, FormField>;

/** Name, street and town of an own workplace. */
export function OwnWorkplaceFields({
  fields,
  meant,
}: {
  fields: Fields<"name" | "address" | "locality">;
  /** Names that the town may mean when nobody knows it. */
  meant: string[];
}) {
  const { t } = useTexts(ns);
  return (
    <>
      <TextField field={fields.name} ns={ns} label={t("workplace.name")} hint={t("workplace.nameHint")} />
      <TextField field={fields.address} ns={ns} label={t("workplace.address")} />
      <TextField
        field={fields.locality}
        ns={ns}
        label={t("workplace.locality")}
        hint={t("workplace.localityHint")}
      />
      <NearChoices names={meant} />
    </>
  );
}

/** Who a person at the employer is, and what they may do. */
export function OwnPersonFields(props: {
  fields: Fields<"name" | "email" | "phone" | "duty" | "workplace" | "supervises" | "invite">;
  workplaces: readonly { id: number; name: string }[];
  placements: readonly { id: number; title: string; workplace: string }[];
  /** What stands at no right at all; null where everybody has one. */
  noDuty?: string | null;
  /** How the person stands with signing in; one who does is not invited. */
  account: { signsIn: boolean; isInvited: boolean };
}) {
  const { t } = useTexts(ns);
  const { fields, workplaces, placements, noDuty = null, account } = props;
  return (
    <>
      <section className="pk-panel pk-stack" aria-labelledby="vem">
        <h2 id="vem">{t("person.who")}</h2>
        <TextField field={fields.name} ns={ns} label={t("person.name")} autoComplete="off" />
        <div className="pk-fields">
          <TextField
            field={fields.email}
            ns={ns}
            label={t("person.email")}
            inputMode="email"
            autoComplete="off"
          />
          <TextField field={fields.phone} ns={ns} label={t("person.phone")} type="tel" autoComplete="off" />
        </div>
        {account.signsIn ? (
          <p className="pk-soft pk-small">{t("person.signsIn")}</p>
        ) : (
          <p>
            <label className="pk-check">
              <input
                className="ds-input"
                type="checkbox"
                name={fields.invite.name}
                value="yes"
                defaultChecked={textValue(fields.invite) === "yes"}
              />
              <span>{t(account.isInvited ? "person.inviteAgain" : "person.invite")}</span>
            </label>
          </p>
        )}
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="far">
        <h2 id="far">{t("person.may")}</h2>
        <Choices
          field={fields.duty}
          ns={ns}
          type="radio"
          legend={t("person.duty")}
          choices={[
            ...(noDuty === null ? [] : [{ value: "", label: noDuty }]),
            ...duties.map((duty) => ({
              value: duty,
              label: `${t(`duty.${duty}`)} – ${t(`dutyExplained.${duty}`)}`,
            })),
          ]}
        />
        <SelectField
          field={fields.workplace}
          ns={ns}
          label={t("person.workplace")}
          hint={t("person.workplaceHint")}
        >
          <option value="">{t("person.allWorkplaces")}</option>
          {workplaces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {placements.length > 0 ? (
          <Choices
            field={fields.supervises}
            ns={ns}
            type="checkbox"
            legend={t("person.supervises")}
            hint={t("person.supervisesHint")}
            choices={placements.map(({ id, title, workplace }) => ({
              value: String(id),
              label: `${title} (${workplace})`,
            }))}
          />
        ) : null}
      </section>
    </>
  );
}

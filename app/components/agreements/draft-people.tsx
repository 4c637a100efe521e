import { type DraftFields, DraftSection, ns, Text } from "#app/components/agreements/draft-fields";
import { GroupError } from "#app/components/agreements/draft-times";
import { Note } from "#app/components/ui/note";
import { SelectField } from "#app/components/ui/select-field";
import { useTexts } from "#app/components/ui/use-texts";
import { supervisorReach } from "#app/domain/followups/week-link";

/** The supervisor, whom to call, and who signs at the employer: one or two people. */
export function PeopleFields(props: {
  fields: DraftFields;
  people: readonly { id: number; name: string }[];
  partiesAreFixed: boolean;
}) {
  const { t } = useTexts(ns);
  const { fields, people, partiesAreFixed } = props;
  const supervisor = {
    email: String(fields.supervisorEmail.value ?? ""),
    phone: String(fields.supervisorPhone.value ?? ""),
  };
  const isReached = supervisorReach({ supervisor }) !== null;
  return (
    <>
      <DraftSection id="people">
        <div className="pk-fields">
          <Text field={fields.supervisorName} of="supervisorName" />
          <Text field={fields.supervisorTitle} of="supervisorTitle" />
        </div>
        <p className="pk-soft pk-small">{t("edit.hint.contacts")}</p>
        <div className="pk-fields">
          <Text field={fields.supervisorPhone} of="supervisorPhone" inputMode="tel" />
          <Text field={fields.supervisorEmail} of="supervisorEmail" inputMode="email" />
          <Text field={fields.troubleName} of="troubleName" />
          <Text field={fields.troublePhone} of="troublePhone" inputMode="tel" />
        </div>
        <div role="status">
          {isReached ? null : (
            <Note tone="warn">
              <p>{t("edit.noWeekLink")}</p>
            </Note>
          )}
        </div>
      </DraftSection>
      <DraftSection id="signers">
        <p className="pk-soft pk-small" id={fields.signers.id} tabIndex={-1}>
          {t("edit.hint.signer")}
        </p>
        <GroupError field={fields.signers} />
        {fields.signers.getFieldList().map((row, index) => {
          const { person, name, jobTitle, email, phone } = row.getFieldset();
          return (
            <fieldset className="pk-row-fields" key={row.key}>
              <legend>{t("edit.signer", { n: index + 1 })}</legend>
              {partiesAreFixed ? null : (
                <>
                  <SelectField field={person} ns={ns} label={t("field.person")}>
                    <option value="">{t("edit.other")}</option>
                    {people.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </SelectField>
                  <Text field={name} of="name" />
                  <Text field={jobTitle} of="jobTitle" />
                </>
              )}
              <Text field={email} of="email" inputMode="email" />
              <Text field={phone} of="phone" inputMode="tel" />
            </fieldset>
          );
        })}
      </DraftSection>
    </>
  );
}

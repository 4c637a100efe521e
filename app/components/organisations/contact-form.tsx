import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type ContactFormValues,
  type CorrectionValues,
  loggedChannels,
} from "#app/domain/organisations/contact-log";

const ns = "register";

/** One contact in a minute: how, when, with whom, what was said, what comes next. */
export function ContactFields({ fields }: { fields: Record<keyof ContactFormValues, FormField> }) {
  const { t } = useTexts(ns);
  return (
    <>
      <SaidFields fields={fields} />
      <div className="pk-fields">
        <TextField
          field={fields.nextStep}
          ns={ns}
          label={t("log.nextStep")}
          hint={t("log.nextStepHint")}
          autoComplete="off"
          longest={300}
        />
        <TextField field={fields.nextStepOn} ns={ns} label={t("log.nextStepOn")} type="date" />
      </div>
    </>
  );
}

/** How, when, with whom, and what was said: what can be put right afterwards too. */
export function SaidFields({ fields }: { fields: Record<keyof CorrectionValues, FormField> }) {
  const { t } = useTexts(ns);
  return (
    <>
      <Choices
        field={fields.channel}
        ns={ns}
        type="radio"
        legend={t("log.channel")}
        choices={loggedChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <div className="pk-fields">
        <TextField field={fields.happenedOn} ns={ns} label={t("log.happenedOn")} type="date" />
        <TextField
          field={fields.withWhom}
          ns={ns}
          label={t("log.withWhom")}
          hint={t("log.withWhomHint")}
          autoComplete="off"
          longest={120}
        />
      </div>
      <TextField
        field={fields.note}
        ns={ns}
        label={t("log.note")}
        hint={t("log.noteHint")}
        rows={3}
        longest={2000}
      />
    </>
  );
}

/** The button that says that an agreed next step is done. */
export function FinishStep({ contactId, what }: { contactId: number; what: string }) {
  const { t } = useTexts(ns);
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="done" />
      <input type="hidden" name="contact" value={contactId} />
      <button
        className="ds-button"
        data-variant="secondary"
        type="submit"
        aria-label={t("log.doneLabel", { what })}
      >
        {t("log.done")}
      </button>
    </Form>
  );
}

import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";

/** The page around a form for one part of a plan. */
export function PlanPartForm(props: {
  reference: string;
  title: string;
  lead?: string;
  formId: string;
  errors: Record<string, string[]>;
  /** The form's own id and the version it was opened with: kept through errors. */
  hidden: { key: string; version: number | string };
  formProps: object;
  children: ReactNode;
}) {
  const { reference, title, lead, formId, errors, hidden, formProps, children } = props;
  const { t } = useTexts("plan");
  const at = `/deltagare/${encodeURIComponent(reference)}`;
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("profiles:list.title") },
          { to: at, text: reference },
          { to: `${at}/plan`, text: t("staff.crumb") },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {lead ? <p className="pk-lead">{lead}</p> : null}
      <Form method="post" className="pk-form pk-panel" {...formProps}>
        <ErrorSummary formId={formId} ns="plan" errors={errors} />
        <input type="hidden" name="key" value={hidden.key} />
        <input type="hidden" name="version" value={hidden.version} />
        {children}
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("form.save")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to={`${at}/plan`}>
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}

/** What the form carries unseen: from the last try, or from what is stored, or new. */
export function hiddenOf(
  typed: Record<string, unknown> | null | undefined,
  stored: { id: string; version: number } | null,
  fresh: string,
): { key: string; version: number | string } {
  const key = typed?.key;
  const version = typed?.version;
  return {
    key: typeof key === "string" ? key : (stored?.id ?? fresh),
    version: typeof version === "string" ? version : (stored?.version ?? 0),
  };
}

import { ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";

/** Says "urgent" to those who see it and to those who hear it. */
export function UrgentIcon({ label }: { label: string }) {
  return <ExclamationmarkTriangleFillIcon className="pk-icon" role="img" aria-label={label} />;
}

/** Says "urgent" to those who see it and to those who hear it. */
export function UrgentIcon({ label }: { label: string }) {
  return <span className="pk-icon" data-icon="urgent" role="img" aria-label={label} />;
}

export type IconName =
  | "adapt"
  | "bell"
  | "calendar"
  | "chat"
  | "check"
  | "checkCircle"
  | "chevronDown"
  | "clock"
  | "compass"
  | "filter"
  | "globe"
  | "info"
  | "list"
  | "mail"
  | "menu"
  | "person"
  | "phone"
  | "pin"
  | "remove"
  | "urgent"
  | "warning";

/** An icon beside words: never alone, so it is hidden from screen readers. Its shape stands in styles/icons.css. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return <span className={small ? "pk-icon pk-icon--sm" : "pk-icon"} data-icon={name} aria-hidden="true" />;
}

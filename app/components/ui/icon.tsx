import {
  BulletListIcon,
  CalendarIcon,
  ChatIcon,
  CheckmarkCircleIcon,
  CheckmarkIcon,
  ChevronDownIcon,
  ClockIcon,
  CompassIcon,
  EnvelopeClosedIcon,
  ExclamationmarkTriangleIcon,
  FilterIcon,
  GlobeIcon,
  InformationSquareIcon,
  LocationPinIcon,
  MenuHamburgerIcon,
  PersonIcon,
  PhoneIcon,
  WavesIcon,
  XMarkIcon,
} from "@navikt/aksel-icons";

const icons = {
  adapt: WavesIcon,
  calendar: CalendarIcon,
  chat: ChatIcon,
  check: CheckmarkIcon,
  checkCircle: CheckmarkCircleIcon,
  chevronDown: ChevronDownIcon,
  clock: ClockIcon,
  compass: CompassIcon,
  filter: FilterIcon,
  globe: GlobeIcon,
  info: InformationSquareIcon,
  list: BulletListIcon,
  mail: EnvelopeClosedIcon,
  menu: MenuHamburgerIcon,
  person: PersonIcon,
  phone: PhoneIcon,
  pin: LocationPinIcon,
  remove: XMarkIcon,
  warning: ExclamationmarkTriangleIcon,
};
export type IconName = keyof typeof icons;

/** An icon beside words: never alone, so it is hidden from screen readers. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const Shape = icons[name];
  return <Shape className={small ? "pk-icon pk-icon--sm" : "pk-icon"} aria-hidden focusable={false} />;
}

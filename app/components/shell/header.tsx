import { Form, Link, useLocation } from "@remix-run/react";
import { navigationOf } from "#app/components/shell/navigation";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Actor } from "#app/domain/identity/actor";

/** Who is signed in, as the header needs it. */
export type Who = { name: string; role: Actor["role"]; unread: number } | null;

/** The header: brand, the role's main menu, and who is signed in. On a phone the menu is a disclosure. */
export function Header({ who }: { who: Who }) {
  const { t } = useTexts("shell");
  return (
    <header className="pk-header">
      <div className="pk-header__inner">
        <Link className="pk-brand" to="/">
          <BrandMark />
          <span>{t("brand")}</span>
        </Link>
        <nav className="pk-nav" aria-label={t("mainMenu")}>
          <MenuList who={who} />
        </nav>
        <div className="pk-header__end">
          {who ? (
            <SignedIn who={who} />
          ) : (
            <Link className="pk-wide" to="/logga-in">
              {t("signIn")}
            </Link>
          )}
          <details className="pk-menu">
            <summary>
              <Icon name="menu" />
              {t("menu")}
              {who && hasReminders(who) ? <Unread count={who.unread} /> : null}
            </summary>
            <nav aria-label={t("menu")}>
              <MenuList who={who}>
                {who ? (
                  <>
                    {hasReminders(who) ? (
                      <li>
                        <Reminders unread={who.unread} />
                      </li>
                    ) : null}
                    <li>
                      <Link to="/konto">{t("account")}</Link>
                    </li>
                    <li>
                      <SignOut />
                    </li>
                  </>
                ) : (
                  <li>
                    <Link to="/logga-in">{t("signIn")}</Link>
                  </li>
                )}
              </MenuList>
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}

/** The header of a page that is one thing to do: the brand, and the way out. Whole documents, for it runs without React. */
export function BareHeader({ close }: { close: string }) {
  const { t } = useTexts("shell");
  return (
    <header className="pk-header">
      <div className="pk-header__inner">
        <a className="pk-brand" href="/">
          <BrandMark />
          <span>{t("brand")}</span>
        </a>
        <div className="pk-header__end">
          <a className="pk-tap" href={close}>
            <Icon name="remove" small />
            {t("visit:close")}
          </a>
        </div>
      </div>
    </header>
  );
}

function MenuList({ who, children }: { who: Who; children?: React.ReactNode }) {
  const { t } = useTexts("shell");
  const { pathname } = useLocation();
  const entries = navigationOf(who?.role ?? "public");
  const here = entries.reduce<string | null>((best, { to }) => {
    const inside = pathname === to || pathname.startsWith(`${to}/`);
    return inside && to.length > (best?.length ?? 0) ? to : best;
  }, null);
  return (
    <ul>
      {entries.map(({ to, text }) => (
        <li key={to}>
          <Link to={to} aria-current={to === here ? "page" : undefined}>
            {t(`nav.${text}`)}
          </Link>
        </li>
      ))}
      {children}
    </ul>
  );
}

function SignedIn({ who }: { who: NonNullable<Who> }) {
  const { t } = useTexts(["shell", "vocabulary"]);
  return (
    <>
      {hasReminders(who) ? (
        <Reminders
          className={`pk-wide pk-reminders${hasLongMenu(who) ? " pk-reminders--short" : ""}`}
          unread={who.unread}
        />
      ) : null}
      <Link className="pk-who" to="/konto">
        <b>{who.name}</b>
        <span>{t(`vocabulary:role.${who.role}`)}</span>
        <span className="ds-sr-only">, {t("account")}</span>
      </Link>
      <div className="pk-wide">
        <SignOut />
      </div>
    </>
  );
}

/** Somebody who has not chosen a role has no list. */
const hasReminders = ({ role }: NonNullable<Who>) => role !== "public" && role !== "system";

/** A long menu leaves no room for the word on most screens. */
const hasLongMenu = ({ role }: NonNullable<Who>) => navigationOf(role).length > 5;

/** The way to the reminders, with how many are unread. */
function Reminders({ unread, className }: { unread: number; className?: string }) {
  const { t } = useTexts("shell");
  return (
    <Link className={className} to="/paminnelser">
      {className ? <Icon name="bell" small /> : null}
      <span>{t("reminders")}</span>
      <Unread count={unread} />
    </Link>
  );
}

/** How many reminders are unread; nothing when none is. */
function Unread({ count }: { count: number }) {
  const { t } = useTexts("shell");
  if (count === 0) return null;
  return (
    <>
      <span className="pk-count" aria-hidden="true">
        {count > 99 ? "99+" : count}
      </span>
      <span className="ds-sr-only">, {t("unread", { count })}</span>
    </>
  );
}

function SignOut() {
  const { t } = useTexts("shell");
  return (
    // A whole document: the service worker asks first when a phone holds what is not sent. docs/decisions/015.
    <Form method="post" action="/logga-ut" reloadDocument>
      <button type="submit">{t("signOut")}</button>
    </Form>
  );
}

function BrandMark() {
  return (
    <svg viewBox="0 0 48 40" aria-hidden="true">
      <path
        d="M9 31C10 19 22 27 24 20S38 17 39 9"
        fill="none"
        stroke="var(--pk-ink)"
        strokeWidth="2.5"
        strokeDasharray="1 4.5"
        strokeLinecap="round"
      />
      <circle cx="9" cy="31" r="7" fill="var(--pk-tjarn)" />
      <rect x="17.5" y="13.5" width="13" height="13" rx="1.5" fill="var(--pk-koppar)" />
      <path d="M39 1 46 5v8l-7 4-7-4V5Z" fill="var(--pk-ljung)" />
    </svg>
  );
}

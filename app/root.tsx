import { data, type LoaderFunctionArgs, redirect, type SerializeFrom } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { TFunction } from "i18next";
import { type ReactNode, useContext, useEffect, useState } from "react";
import { ErrorPage } from "#app/components/shell/error-page";
import { Footer } from "#app/components/shell/footer";
import { BareHeader, Header } from "#app/components/shell/header";
import { NonceContext } from "#app/components/shell/nonce";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { takeFlash } from "#app/http/flash.server";
import { getSession } from "#app/http/session.server";
import { isLanguage, languageOf } from "#app/i18n/language";
import { textsVersion } from "#app/i18n/resources.server";
import "#app/styles/all.css";

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const asked = url.searchParams.get("lang");
  if (isLanguage(asked)) {
    url.searchParams.delete("lang");
    // Two slashes at the beginning would be another site's address.
    const path = url.pathname.replace(/\.data$/, "").replace(/^\/+/, "/");
    throw redirect(path + url.search, {
      headers: { "Set-Cookie": `lang=${asked}; Path=/; Max-Age=31536000; SameSite=Lax` },
    });
  }
  const session = await getSession(request).catch(() => null);
  const { message, headers } = takeFlash(request);
  return data(
    {
      lang: languageOf(request),
      texts: textsVersion,
      message,
      who:
        session && session.actor.userId !== null
          ? { name: session.actor.name, role: session.actor.role, unread: session.unread }
          : null,
    },
    { headers },
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { t, i18n } = useTexts("shell");
  const { pathname } = useLocation();
  const nonce = useContext(NonceContext);
  const lean = useMatches().flatMap(({ handle }) => (isLean(handle) ? [handle] : []))[0];
  const compact = /^\/(samordnare|deltagare|forslag|coach|handlaggare|styrgrupp|admin)\b/.test(pathname);
  return (
    <html lang={i18n.language} data-color-scheme="light" data-texts={root?.texts}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <PageName />
        <Meta />
        <Links />
        <noscript>
          <link rel="stylesheet" href="/utan-skript.css" />
        </noscript>
      </head>
      <body data-size={compact ? "sm" : undefined}>
        <a className="pk-skip" href="#innehall">
          {t("skip")}
        </a>
        {lean ? <BareHeader close={lean.close} /> : <Header who={root?.who ?? null} />}
        <main className="pk-page" id="innehall" tabIndex={-1}>
          {root ? <Told root={root} /> : null}
          {children}
        </main>
        {lean ? (
          <script type="module" src={lean.script} nonce={nonce} />
        ) : (
          <>
            <Footer />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

/** What is told once is told once: the next form that is sent takes the message away, also when it is refused. */
function Told({ root }: { root: SerializeFrom<typeof loader> }) {
  const { t } = useTexts("shell");
  const { state } = useNavigation();
  const [past, setPast] = useState<unknown>(null);
  useEffect(() => {
    if (state === "submitting") setPast(root);
  }, [state, root]);
  if (!root.message || past === root) return null;
  return (
    <Note tone="ok" role="status">
      {t(`flash.${root.message}`, { defaultValue: t("flash.saved") })}
    </Note>
  );
}

/** The title that the deepest route names in its `handle`: a text key, or a text made of its data and the texts. */
function PageName() {
  const { t } = useTexts("shell");
  const named = useMatches().findLast(({ handle }) => isNamed(handle));
  if (!named) return <title>{t("brand")}</title>;
  const { title } = named.handle as Named;
  const name =
    typeof title === "string" ? t(title, { reference: named.params.referens }) : title(named.data ?? {}, t);
  return <title>{name ? `${name} – ${t("brand")}` : t("brand")}</title>;
}

type Named = { title: string | ((data: unknown, t: TFunction) => string | undefined) };

/** A page for a phone with little network: no React in the browser, one small script of its own, and a way to close it. */
type Lean = { script: string; close: string };

function isLean(handle: unknown): handle is Lean {
  return typeof handle === "object" && handle !== null && "script" in handle;
}

function isNamed(handle: unknown): handle is Named {
  return typeof handle === "object" && handle !== null && "title" in handle;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}

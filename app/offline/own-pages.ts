/**
 * The pages that the service worker has of its own, for when there is no network: plain, in Swedish, without a style or a
 * script to fetch. They know nothing of whoever reads them but how many logs wait. docs/decisions/015.
 */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Praktikkartan</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}
a,button{display:inline-block;font:inherit;padding:.6rem 0;min-height:44px}</style>
<main><h1>${title}</h1>${body}</main></html>`;
}
const home = '<p><a href="/coach">Till min dag</a></p>';

/** A page that is not kept here. */
export function notKept(): string {
  return page(
    "Ingen täckning",
    `<p>Den här sidan finns inte sparad i telefonen. Försök igen när du har nät.</p>${home}`,
  );
}

/** Before somebody signs out who has logs that are not sent: they would be lost. As routes/identity/sign-out.tsx asks it. */
export function unsentQuestion(count: number, everywhere: boolean): string {
  const title = count === 1 ? "1 logg är inte skickad" : `${count} loggar är inte skickade`;
  const all = everywhere ? '<input type="hidden" name="overallt" value="1">' : "";
  return page(
    title,
    `<p>Du har ingen täckning just nu. Det du har skrivit finns bara i den här telefonen, och skickas när du har nät.
Loggar du ut nu försvinner det.</p>
<p><a href="/coach">Gå tillbaka och behåll</a></p>
<form method="post" action="/logga-ut?kasta=1">${all}<button>Logga ut och ta bort</button></form>`,
  );
}

/** Somebody wants to sign out, and nothing is lost by it. */
export function cannotLeaveYet(): string {
  return page("Ingen täckning", `<p>Du kan logga ut när du har nät igen.</p>${home}`);
}

/** Somebody has signed out: nothing is left here, but the server has not heard of it. */
export function leftHere(): string {
  return page(
    "Telefonen är tömd",
    `<p>Ingenting om någon finns kvar i den här telefonen. Servern vet inte om det än: logga ut en gång till när du har
nät.</p>
<p><a href="/logga-ut">Logga ut igen</a></p>`,
  );
}

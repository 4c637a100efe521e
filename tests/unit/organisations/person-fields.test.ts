import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { OwnPersonFields } from "#app/components/organisations/portal-fields";
import { createI18n } from "#app/i18n/create";
import { portal } from "#app/i18n/portal";

/** The tick for an invitation, as the form is shown with what was typed; undefined when nobody is to be invited. */
function inviteBox(typed: Record<string, string>, signsIn = false): string | undefined {
  const field = (name: string) => ({ id: name, name, initialValue: typed[name] });
  const fields = {
    name: field("name"),
    email: field("email"),
    phone: field("phone"),
    duty: field("duty"),
    workplace: field("workplace"),
    supervises: field("supervises"),
    invite: field("invite"),
  };
  const account = { signsIn, isInvited: false };
  const form = createElement(OwnPersonFields, { fields, workplaces: [], placements: [], account });
  const page = createElement(I18nextProvider, { i18n: createI18n("sv", { portal: portal.sv }) }, form);
  return renderToStaticMarkup(page).match(/<input[^>]*name="invite"[^>]*>/)?.[0];
}

test("an invitation that was asked for is still asked for when the form comes back", () => {
  expect(inviteBox({ name: "", invite: "yes" })).toContain("checked");
  expect(inviteBox({ name: "" })).not.toContain("checked");
});

test("nobody who signs in is invited", () => {
  expect(inviteBox({ name: "Berit" }, true)).toBeUndefined();
});

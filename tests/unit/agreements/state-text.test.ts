import { expect, test } from "vitest";
import { stateText } from "#app/components/agreements/agreement-words";
import { agreements } from "#app/i18n/agreements";
import { createI18n } from "#app/i18n/create";

test("whoever is to sign reads that it waits for them, others read for whom", () => {
  const { t } = createI18n("sv", { agreements: agreements.sv });
  const both = { name: "waiting", for: ["participant", "employer"], startsInDays: 8 } as const;
  const say = (reader?: "participant" | "employer") =>
    stateText(t, "sv", { ...both, for: [...both.for] }, reader).text;
  expect(say()).toBe("Väntar på deltagaren och arbetsgivaren");
  expect(say("participant")).toBe("Väntar på dig och arbetsgivaren");
  expect(say("employer")).toBe("Väntar på deltagaren och dig");
});

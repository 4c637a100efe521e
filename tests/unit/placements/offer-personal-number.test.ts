import { expect, test } from "vitest";
import { readOffer, stepSchemas, unfinishedSteps } from "#app/domain/placements/offer-form";

const whole = {
  tasks: ["packning"],
  employerName: "Lådan AB",
  organisationNumber: "556703-7485",
  address: "Storgatan 1",
  locality: "Nora",
  hours: "two_a_day",
  weekdays: ["man"],
  weeks: "any",
  contactName: "Ulla",
  email: "ulla@ladan.example",
  phone: "070-123 45 67",
  supervising: "self",
  capacity: "2",
};

test("without one there is an offer, also by a sole trader", () => {
  expect(readOffer({ ...whole, organisationNumber: "811218-9876" })).not.toBeNull();
});

test.each([
  ["tasks", "description"],
  ["tasks", "title"],
  ["employer", "employerName"],
  ["employer", "workplaceName"],
  ["place", "address"],
  ["people", "contactName"],
  ["people", "supervisor"],
] as const)("with a personnummer in %s.%s there is no offer to send", (step, field) => {
  const typed = { ...whole, [field]: "Fråga efter 850101-1239" };
  const read = stepSchemas[step].safeParse(typed);
  expect(read.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    `${field}: holds_personal_number`,
  ]);
  expect(readOffer(typed)).toBeNull();
  expect(unfinishedSteps(typed)).toEqual([step]);
});

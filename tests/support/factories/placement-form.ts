import {
  type PlacementForm,
  type PlacementFormValues,
  placementFormSchema,
} from "#app/domain/placements/placement-form";
import { demands } from "#app/domain/placements/vocabulary";

let count = 0;

/** An organisation number of a company with a right check digit, another one each time. */
export function anOrganisationNumber(): string {
  count += 1;
  const nine = `5560${String(count).padStart(5, "0")}`;
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

/** The form of a placement as it is typed, every answer given. */
export function placementFormValues(changes: Partial<PlacementFormValues> = {}): PlacementFormValues {
  return {
    organisationNumber: "556016-0680",
    employerName: "Silverbäckens trädgård",
    sector: "privat",
    workplaceName: "Växthuset",
    address: "Odlarvägen 2",
    locality: "Lindesberg",
    contactName: "Ulla Franzén",
    contactEmail: "ulla@silverbacken.example",
    contactPhone: "0581-123 45",
    title: "Plantera i växthus",
    description: "Så, vattna och packa.",
    kinds: ["praktik", "arbetstraning"],
    purposes: ["prova_pa", "referens"],
    tasks: ["vaxthus"],
    hoursMin: "4",
    hoursMax: "20",
    shortestDay: "2",
    weekdays: ["man", "ons"],
    weeksMin: "1",
    weeksMax: "12",
    startsFrom: "2027-02-01",
    capacity: "2",
    supportLevel: "1",
    supervisor: "Kim Ek",
    demands: Object.fromEntries(demands.map((demand) => [demand, "1"])) as PlacementFormValues["demands"],
    adaptations: ["eget_tempo"],
    otherRequirements: ["skyddsklader"],
    ageMin: "18",
    ageMax: "64",
    financing: "agency",
    costPerWeek: "850",
    calledOffBy: "Arbetsförmedlingen",
    visibility: "public",
    ...changes,
  };
}

/** The same as a service gets it. */
export function placementForm(changes: Partial<PlacementFormValues> = {}): PlacementForm {
  return placementFormSchema.parse(placementFormValues(changes));
}

import { lifecycleEn } from "#app/i18n/lifecycle-en";

/** An agreement that is lived: paused, extended, given another supervisor, and closed. Never blame. */
export const lifecycle = {
  sv: {
    errors: { title_one: "En sak att rätta", title_other: "{{count}} saker att rätta" },
    pause: {
      title: "Pausa",
      heading: "Paus",
      lead: {
        own: "Du kan pausa när du vill. Ingen blir arg. Platsen finns kvar.",
        employer: "Ni kan pausa, till exempel vid semester. Platsen finns kvar för deltagaren.",
        staff: "Platsen finns kvar. Dagarna räknas bort ur kalendern.",
      },
      from: "Från och med",
      returnsOn: "Första dagen tillbaka",
      returnsOnHint: {
        own: "Lämna tomt om du är sjuk och inte vet än.",
        employer: "Ungefär räcker. Dagen går att ändra.",
        staff: "Lämna tomt vid sjukdom om ingen vet än.",
      },
      kind: "Varför?",
      kindHint: {
        own: "Arbetsgivaren får bara veta vilka dagar, aldrig varför.",
        staff: "Arbetsgivaren och uppdragsgivaren ser bara dagarna, aldrig varför.",
      },
      kinds: {
        own: { sick: "Jag är sjuk", other: "Något annat" },
        staff: { sick: "Sjuk", other: "Något annat" },
      },
      note: "Vill du säga något mer?",
      noteHint: "Bara samordnare och coach läser det.",
      button: "Pausa",
      ahead: "Paus från {{from}} till och med {{until}}",
      aheadOpen: "Paus från {{from}} tills vidare",
      why: { sick: "På grund av sjukdom.", other: "Av annat skäl." },
      resume: "Börja igen",
      resumeHint:
        "I dag eller en dag framåt. Samma dag som pausen börjar, eller tidigare: då tas pausen bort.",
      resumeButton: "Spara dagen tillbaka",
      earlier: "Tidigare pauser",
    },
    error: {
      pause_from_missing: "Skriv dagen då pausen börjar, som 2026-06-03.",
      return_missing: "Skriv första dagen tillbaka. Bara vid sjukdom kan den vara okänd.",
      return_before_pause: "Första dagen tillbaka är inte efter att pausen börjat. Ändra en av dem.",
      pause_outside_period: "Pausen börjar inte mellan första och sista dagen. Välj en annan dag.",
      pause_past_end: "Då har platsen slutat. Välj en tidigare dag, eller avsluta i stället.",
      pause_overlaps: "Det finns redan en paus de dagarna. Ändra den, eller välj andra dagar.",
      not_paused: "Den är inte pausad. Inget mer behövs.",
      day_pattern: "Skriv dagen som 2026-06-17.",
      choose_in_list: "Välj ett av svaren.",
      text_too_long: "Texten är för lång. Korta den lite.",
      not_allowed: "Det kan samordnaren göra.",
      wrong_status: "Det går inte längre. Läs hur den ligger till nu.",
    },
  },
  en: lifecycleEn,
};

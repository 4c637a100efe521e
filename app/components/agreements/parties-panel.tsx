import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementVersion, SentVersion, Signature } from "#app/domain/agreements/agreement";
import { partyOf, requiredSlots, type SignatureSlot, signatoryOf } from "#app/domain/agreements/signatures";
import { formatDate } from "#app/i18n/format";

/** Every party with what it has signed and what waits for it. Signatures that became void are told, not hidden. */
export function PartiesPanel(props: {
  agreement: Agreement;
  shown: AgreementVersion;
  versions: readonly AgreementVersion[];
  signatures: readonly Signature[];
}) {
  const { t } = useTexts("agreements");
  const { agreement, shown, versions, signatures } = props;
  const sent = versions.filter((one): one is SentVersion => one.hash !== null && one.status !== "withdrawn");
  const required = sent.map((one) => ({
    one,
    slots: one.unsigned ? [] : requiredSlots(one.content, one.changed),
  }));
  const content = shown.content as SentVersion["content"];
  const slots = requiredSlots(content, null);
  for (const { slots: more } of required)
    for (const slot of more) if (!slots.includes(slot)) slots.push(slot);
  return (
    <section className="pk-panel" aria-labelledby="parter">
      <h2 id="parter">{t("show.parties")}</h2>
      <div className="pk-parties">
        {slots.map((slot) => {
          const lines = required
            .filter(({ slots }) => slots.includes(slot))
            .map(({ one }) => ({
              version: one,
              signature: signatures.find(
                (sign) => sign.slot === slot && sign.version === one.number && sign.voidedAt === null,
              ),
            }));
          const waits = lines.some(
            ({ version, signature }) => !signature && version.status === "out_for_signature",
          );
          return (
            <article className="pk-party" key={slot} data-waiting={waits || undefined}>
              <span className="pk-label">{t(`party.${partyOf(slot)}`)}</span>
              <PartyName agreement={agreement} content={content} slot={slot} />
              {lines.length > 0 ? (
                <ul className="pk-sign">
                  {lines.map(({ version, signature }) => (
                    <SignatureLine key={version.number} version={version} signature={signature} />
                  ))}
                </ul>
              ) : null}
            </article>
          );
        })}
      </div>
      <VoidedSignatures signatures={signatures} />
    </section>
  );
}

function PartyName(props: { agreement: Agreement; content: SentVersion["content"]; slot: SignatureSlot }) {
  const { t } = useTexts("agreements");
  const { agreement, content, slot } = props;
  const { parties } = content;
  const signatory = signatoryOf(content, slot);
  const [name, below] = {
    participant: [
      agreement.participantName ?? parties.participant.reference,
      agreement.participantName ? parties.participant.reference : "",
    ],
    employer: [parties.employer.name, [signatory?.name, signatory?.title].filter(Boolean).join(", ")],
    coordinator: [parties.coordinator.organisation, parties.coordinator.name],
    agency: [parties.agency?.name ?? t("party.agency"), parties.agency?.caseWorker ?? ""],
  }[partyOf(slot)] as [string, string];
  return (
    <div>
      <h3>{name}</h3>
      {below ? <p className="pk-soft">{below}</p> : null}
    </div>
  );
}

function SignatureLine({ version, signature }: { version: SentVersion; signature: Signature | undefined }) {
  const { t, i18n } = useTexts("agreements");
  const what = version.amendment === 0 ? t("show.original") : t("show.amendment", { n: version.amendment });
  if (signature) {
    const day = formatDate(i18n.language, signature.signedAt);
    return (
      <li>
        <Icon name="checkCircle" />
        <b>{what}</b>
        <span>
          {signature.slot === "participant" ? "" : `${signature.name}, `}
          {day}, {t(`show.way.${signature.way}`, { context: signature.sessionStrength ?? "" })}
        </span>
      </li>
    );
  }
  if (version.status !== "out_for_signature") return null;
  return (
    <li data-waiting>
      <Icon name="clock" />
      <b>{t("show.waits", { what })}</b>
      <span>
        {version.sentAt ? t("show.sentOn", { day: formatDate(i18n.language, version.sentAt) }) : ""}
      </span>
    </li>
  );
}

function VoidedSignatures({ signatures }: { signatures: readonly Signature[] }) {
  const { t, i18n } = useTexts("agreements");
  const voided = signatures.filter(({ voidedAt }) => voidedAt !== null);
  if (voided.length === 0) return null;
  return (
    <ul className="pk-soft pk-small pk-voided">
      {voided.map((one) => (
        <li key={one.id}>
          {t(`party.${partyOf(one.slot)}`)}:{" "}
          {t("show.voided", { name: one.name, day: formatDate(i18n.language, one.signedAt) })}
        </li>
      ))}
    </ul>
  );
}

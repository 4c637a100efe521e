import { emptyIsAnAnswer, partTexts } from "#app/components/profiles/part-text";
import { useTexts } from "#app/components/ui/use-texts";
import { profileParts } from "#app/domain/profiles/profile-parts";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

/** A whole work profile in words. `own` speaks to the participant. */
export function ProfileSummary(props: {
  draft: WorkProfileDraft;
  excluded: readonly string[];
  own?: boolean;
}) {
  const { t, i18n } = useTexts("profiles");
  return (
    <dl className="pk-dl pk-profile">
      {profileParts.map((part) => {
        const texts = partTexts(t, i18n.language, props.draft, part, props.excluded);
        const nothing = emptyIsAnAnswer(part)
          ? "profile.nothing"
          : props.own
            ? "own.missing"
            : "profile.unanswered";
        return (
          <div key={part}>
            <dt>{t(`${props.own ? "partOwn" : "part"}.${part}`)}</dt>
            {texts.length === 0 ? <dd className="pk-soft">{t(nothing)}</dd> : <dd>{lines(texts, part)}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

function lines(texts: string[], part: string) {
  if (part !== "abilities") return texts.join(", ");
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

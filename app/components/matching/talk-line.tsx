import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Talk } from "#app/domain/matching/match-view";
import { formatDate } from "#app/i18n/format";

/**
 * Who already talks with the employer, so that nobody calls again. `to` is the employer in the register, for those who
 * may read it: there stand the contact owner, every contact and how to reach whom.
 */
export function TalkLine({ talk, to }: { talk: Talk | null; to: string | null }) {
  const { t, i18n } = useTexts("matching");
  const day = talk?.happenedOn ? formatDate(i18n.language, talk.happenedOn) : "";
  const texts: string[] = [];
  if (talk?.ownerName) texts.push(t("talk.owner", { name: talk.ownerName }));
  if (talk?.isReader) texts.push(t("talk.you", { day }));
  else if (talk?.lastName) {
    texts.push(t("talk.last", { name: talk.lastName, association: talk.associationName ?? "", day }));
  }
  const other = talk?.isReader ? null : (talk?.lastName ?? talk?.ownerName ?? null);
  const way = other ? t("talk.ask", { name: other }) : t("talk.see");
  return (
    <li>
      <Icon name="chat" />
      <span>
        {texts.length > 0 ? texts.join(" ") : t("talk.nobody")}{" "}
        {to && texts.length > 0 ? <Link to={to}>{way}</Link> : null}
      </span>
    </li>
  );
}

import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/ui/icon";
import type { Talk } from "#app/domain/matching/match-view";
import { formatDate } from "#app/i18n/format";

/** Who already talks with the employer, so that nobody calls again. */
export function TalkLine({ talk }: { talk: Talk | null }) {
  const { t, i18n } = useTranslation("matching");
  const day = talk?.happenedOn ? formatDate(i18n.language, talk.happenedOn) : "";
  const texts: string[] = [];
  if (talk?.ownerName) texts.push(t("talk.owner", { name: talk.ownerName }));
  if (talk?.isReader) texts.push(t("talk.you", { day }));
  else if (talk?.lastName) {
    texts.push(t("talk.last", { name: talk.lastName, association: talk.associationName ?? "", day }));
  }
  return (
    <li>
      <Icon name="chat" />
      <span>{texts.length > 0 ? texts.join(" ") : t("talk.nobody")}</span>
    </li>
  );
}

import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format";

/** What the participant has said about a part, the newest first. */
export function PartComments(props: {
  comments: readonly { version: number; comment: string; commentedAt: Date }[];
}) {
  const { t, i18n } = useTranslation("kartlaggning");
  return (
    <ul className="pk-stack">
      {props.comments.map(({ version, comment, commentedAt }) => (
        <li key={commentedAt.toISOString()}>
          <p>{comment}</p>
          <p className="pk-soft pk-small">
            {t("comments.row", { day: formatDate(i18n.language, commentedAt), version })}
          </p>
        </li>
      ))}
    </ul>
  );
}

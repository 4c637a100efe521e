import { useLoaderData } from "@remix-run/react";
import { FigureTable } from "#app/components/reports/figure-table";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { participantStandings, proposalOutcomes } from "#app/domain/reports/board-figures";
import { page, unwrap } from "#app/http/handler.server";
import { formatNumber } from "#app/i18n/format";
import { readBoardFigures } from "#app/services/reports/read-board-figures.server";

export const loader = page(["board"], async ({ actor }) => unwrap(await readBoardFigures(actor)));

/** The page's title, read by root. */
export const handle = { title: "start:board.title" };

/** The board's start: what is there, how it goes and how long it takes, never who. */
export default function BoardHome() {
  const { figures } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("start");
  const { placements, participants, proposals, medianDays } = figures;
  const count = (value: number) => formatNumber(i18n.language, value, 0);
  return (
    <>
      <PageTitle title={t("board.title")} lead={t("board.lead")} />
      <section className="pk-stack pk-gap-after" aria-labelledby="platser">
        <h2 id="platser">{t("board.placements")}</h2>
        <dl className="pk-figures">
          <div>
            <dt>{t("board.published")}</dt>
            <dd>{count(placements.published)}</dd>
          </div>
          <div>
            <dt>{t("board.free")}</dt>
            <dd>
              {count(placements.free)}{" "}
              <span className="pk-figures__of">{t("board.ofSlots", { slots: count(placements.slots) })}</span>
            </dd>
          </div>
          <div>
            <dt>{t("board.waiting")}</dt>
            <dd>{count(placements.waiting)}</dd>
          </div>
          <div>
            <dt>{t("board.days")}</dt>
            <dd>
              {medianDays === null ? (
                <span className="pk-figures__of">{t("board.daysFew")}</span>
              ) : (
                <>
                  {count(medianDays)} <span className="pk-figures__of">{t("board.medianLabel")}</span>
                </>
              )}
            </dd>
          </div>
        </dl>
      </section>
      <div className="pk-halves pk-gap-after">
        <FigureTable
          title={t("board.participants")}
          text={t("board.participantsText")}
          rows={participantStandings.map((standing) => t(`board.standing.${standing}`))}
          figures={participants}
        />
        <FigureTable
          title={t("board.proposals")}
          text={t("board.proposalsText")}
          rows={proposalOutcomes.map((outcome) => t(`board.outcome.${outcome}`))}
          figures={proposals}
        />
      </div>
      <p className="pk-soft pk-gap-after">{t("board.note")}</p>
      <LinkButton to="/platser">{t("board.map")}</LinkButton>
    </>
  );
}

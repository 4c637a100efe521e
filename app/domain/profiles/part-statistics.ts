import { type Question, type QuestionPart, questions } from "#app/domain/profiles/kartlaggning-parts";
import { type PartAnswers, tidy } from "#app/domain/profiles/part-answers";
import { type Obstacle, obstacles } from "#app/domain/profiles/participant-vocabulary";

/** The columns of a participant that reports count. Null is unknown; an obstacle stands in the list or not. */
export type Statistics = {
  education: string | null;
  household: string | null;
  incomeSource: string | null;
  obstacles: string[];
};

const counted = (part: QuestionPart): Question[] => questions[part].filter(({ column }) => column);

/** A part as people read it: what is stored with it, and what reports count, which is stored once, in its column. */
export function withStatistics(part: QuestionPart, stored: PartAnswers, statistics: Statistics): PartAnswers {
  const answers = { ...stored.answers };
  for (const { key, column } of counted(part)) {
    if (column === "obstacles") {
      if (statistics.obstacles.includes(key)) answers[key] = "ja";
      else if (answers[key] === "ja") delete answers[key];
    } else if (column) {
      const value = statistics[column];
      if (value === null) delete answers[key];
      else answers[key] = value;
    }
  }
  return tidy(part, { answers, unknown: stored.unknown });
}

/** A part without what its columns hold, and the columns that it writes. An obstacle's "nej" stays with the part. */
export function withoutStatistics(
  part: QuestionPart,
  whole: PartAnswers,
): { stored: PartAnswers; statistics: Partial<Statistics> } {
  const answers = { ...whole.answers };
  const statistics: Partial<Statistics> = {};
  for (const { key, column } of counted(part)) {
    const answer = answers[key];
    if (column === "obstacles") {
      statistics.obstacles ??= [];
      if (answer !== "ja") continue;
      statistics.obstacles.push(key);
      delete answers[key];
    } else if (column) {
      statistics[column] = typeof answer === "string" ? answer : null;
      delete answers[key];
    }
  }
  if (statistics.obstacles)
    statistics.obstacles = obstacles.filter((one: Obstacle) => statistics.obstacles?.includes(one));
  return { stored: tidy(part, { answers, unknown: whole.unknown }), statistics };
}

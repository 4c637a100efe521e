/** A participant without a next step for so many days is a gap. domain.md "Guards against free labour". */
export const gapDays = 14;

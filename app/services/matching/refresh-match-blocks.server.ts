import { refreshMatchBlocks as refresh } from "#db/queries/matching.server";

/** Enough to be quick about it, few enough to be done before the next minute on a small machine. */
const blocksATime = 40;

/**
 * Takes what has changed among the placements into the blocks that matching reads. Nothing depends on when: until then
 * matching reads the changed ones straight. Any number of processes may do it at once. Answers how many changes.
 */
export function refreshMatchBlocks(): Promise<number> {
  return refresh(blocksATime);
}

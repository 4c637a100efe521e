import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For a page's `shouldRevalidate`: a refused step too reads the page anew. What stands there is what holds now, not what
 * held when it was opened.
 */
export const readAnew: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate;

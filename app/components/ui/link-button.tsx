import { Link, type LinkProps } from "@remix-run/react";

/** A link that looks like a button. `primary` is the page's one main way on. */
export function LinkButton({ primary = false, className = "", ...props }: LinkProps & { primary?: boolean }) {
  return (
    <Link className={`ds-button ${className}`} data-variant={primary ? "primary" : "secondary"} {...props} />
  );
}

import { createContext } from "react";

/** The nonce that lets this answer's own scripts run. Known on the server only, also when a loader failed. */
export const NonceContext = createContext<string | undefined>(undefined);

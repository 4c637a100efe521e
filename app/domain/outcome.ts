/** An expected outcome is a value; only bugs throw. `code` is mapped to status and text once, in http/. */
export type Failure<Code extends string = string> = { ok: false; code: Code };
export type Success<T extends object = object> = { ok: true } & T;
export type Outcome<T extends object = object, Code extends string = string> = Success<T> | Failure<Code>;

export function fail<const Code extends string>(code: Code): Failure<Code> {
  return { ok: false, code };
}

export function done<T extends object>(value: T): Success<T>;
export function done(): Success;
export function done(value: object = {}) {
  return { ok: true, ...value };
}

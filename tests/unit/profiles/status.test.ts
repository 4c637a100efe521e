import { describe, expect, test } from "vitest";
import { nextStatus, outdatedBefore, statusOn } from "#app/domain/profiles/status";
import { workProfileStatuses } from "#app/domain/profiles/work-profile";

describe("status of a work profile", () => {
  test("a coordinator takes it from started to complete, the participant to confirmed", () => {
    expect(nextStatus("started", "marked_complete", "coordinator")).toBe("complete");
    expect(nextStatus("complete", "confirmed_by_participant", "participant")).toBe("confirmed");
  });

  test("a started profile cannot be confirmed", () => {
    expect(nextStatus("started", "confirmed_by_participant", "participant")).toBeNull();
  });

  test.each(workProfileStatuses)("a change to a %s profile asks for a new yes", (status) => {
    expect(nextStatus(status, "marked_complete", "coordinator")).toBe("complete");
    expect(nextStatus(status, "saved_as_draft", "coordinator")).toBe("started");
  });

  test.each(["coach", "case_worker", "employer", "board", "admin", "public"])("%s moves nothing", (role) => {
    for (const status of workProfileStatuses) {
      expect(nextStatus(status, "marked_complete", role)).toBeNull();
      expect(nextStatus(status, "saved_as_draft", role)).toBeNull();
      expect(nextStatus(status, "confirmed_by_participant", role)).toBeNull();
    }
  });
});

describe("outdated after six months", () => {
  const now = new Date("2026-09-03T10:00:00Z");
  const complete = (updatedAt: string, confirmedAt: string | null = null) => ({
    status: confirmedAt ? ("confirmed" as const) : ("complete" as const),
    updatedAt: new Date(updatedAt),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
  });

  test("the day it is six months old it still counts, a minute later it does not", () => {
    expect(statusOn(complete("2026-03-03T10:00:00Z"), now)).toBe("complete");
    expect(statusOn(complete("2026-03-03T09:59:00Z"), now)).toBe("outdated");
  });

  test("a confirmation makes it fresh again", () => {
    expect(statusOn(complete("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z"), now)).toBe("confirmed");
  });

  test("a started profile does not grow old", () => {
    expect(statusOn({ ...complete("2020-01-01T00:00:00Z"), status: "started" }, now)).toBe("started");
  });

  test("the 31st of August looks back to the last of February", () => {
    expect(outdatedBefore(new Date("2026-08-31T10:00:00Z")).toISOString()).toBe("2026-02-28T10:00:00.000Z");
  });
});

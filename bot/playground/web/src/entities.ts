// Who and what a menu or an option may name: people, roles, channels of this server.

import { state } from "./store";

export interface Entity { label: string; value: string; about?: string }

export const people = (): Entity[] => [...state.users.values()].map((one) => ({ label: one.name, value: one.id }));
export const roles = (): Entity[] => state.roles.map((one) => ({ label: `@${one.name}`, value: one.id, about: "Role" }));
export const channels = (types: number[] = []): Entity[] => (types.length && !types.includes(0) ? [] :
  state.channels.filter((one) => one.kind === "text").map((one) => ({ label: `#${one.name}`, value: one.id })));

/** For people and roles mixed. */
export const mentionables = (): Entity[] => [...people(), ...roles()];

// The parts of Discord's payloads that the page reads. https://docs.discord.com/developers/resources/message

export interface Person { id: string; name: string; bot: boolean; roles: string[] }
export interface Role { id: string; name: string; color: number; hoist: boolean; managed: boolean }
/** ``moderates``: this person may delete what others wrote; ``hidden``: not everyone sees it. */
export interface Channel { id: string; name: string; kind: "text" | "dm"; topic: string; moderates: boolean; hidden: boolean }
export interface User { id: string; username: string; global_name?: string | null; bot?: boolean }
export interface Emoji { id?: string | null; name?: string | null; animated?: boolean }

export interface Attachment {
  id: string; filename: string; size: number; url: string; content_type?: string;
  description?: string | null; width?: number | null; height?: number | null;
  duration_secs?: number; waveform?: string; // of a voice message
}

export interface Media { url: string; proxy_url?: string; width?: number | null; height?: number | null; content_type?: string }
export interface GalleryItem { media: Media; description?: string | null; spoiler?: boolean }

export interface Option { label: string; value: string; description?: string; emoji?: Emoji; default?: boolean }

export interface Component {
  type: number; id?: number; custom_id?: string; components?: Component[]; component?: Component;
  accessory?: Component; content?: string; label?: string; description?: string | null; style?: number;
  disabled?: boolean; url?: string; emoji?: Emoji; options?: Option[]; placeholder?: string;
  min_values?: number; max_values?: number; min_length?: number; max_length?: number; required?: boolean;
  value?: string; accent_color?: number | null; spoiler?: boolean; media?: Media; items?: GalleryItem[];
  file?: Media; name?: string; size?: number; divider?: boolean; spacing?: number; default?: boolean;
  default_values?: { id: string; type: string }[]; channel_types?: number[];
}

export interface EmbedField { name: string; value: string; inline?: boolean }
export interface Embed {
  title?: string; description?: string; url?: string; color?: number; timestamp?: string; fields?: EmbedField[];
  author?: { name: string; url?: string }; footer?: { text: string };
  image?: Media; thumbnail?: Media;
}

export interface Reaction { emoji: Emoji; count: number; me: boolean }

export interface Message {
  id: string; channel_id: string; author: User; content: string; timestamp: string; edited_timestamp?: string | null;
  attachments: Attachment[]; embeds: Embed[]; components: Component[]; mentions: User[]; reactions?: Reaction[];
  flags?: number; type: number; referenced_message?: Message | null; message_reference?: { type?: number; message_id?: string; channel_id?: string };
  message_snapshots?: { message: Message }[]; // of a forward
  interaction_metadata?: { id: string; user: User; type: number; name?: string; command_type?: number };
  interaction?: { name: string; user: User };
}

export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
export const VOICE = 1 << 13;
export const COMPONENTS_V2 = 1 << 15;

export interface Choice { name: string; value: string | number }
export interface CommandOption {
  type: number; name: string; description: string; required?: boolean; choices?: Choice[]; autocomplete?: boolean;
  options?: CommandOption[]; min_value?: number; max_value?: number; min_length?: number; max_length?: number; channel_types?: number[];
}
export interface Command { id: string; name: string; description: string; type?: number; options?: CommandOption[] }

/** One thing to type after the slash: a command, or a command's subcommand. */
export interface Entry { path: string; description: string; options: CommandOption[] }

export interface Modal { id: string; title: string; custom_id: string; components: Component[] }
export interface BotStatus { phase: "starting" | "loading" | "ready" | "restarting" | "stopped"; detail: string }
export interface LiveEvent { t: string; d: any }

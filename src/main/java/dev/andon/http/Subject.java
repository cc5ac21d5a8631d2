package dev.andon.http;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;

/** What calls are about: lines take turns, and the calls about one frame go to one endpoint. */
public record Subject(LineId line, FrameId frame) {}

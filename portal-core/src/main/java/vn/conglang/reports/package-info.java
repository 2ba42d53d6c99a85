/**
 * What the sites delivered, as offices pass it on: reports on screen, as XLSX, CSV and
 * administrative PDF, kept and made by themselves; for programs with a key, and as open
 * data.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "site", "identity", "content", "volume", "upkeep", "likeness", "emulation" })
@NullMarked
package vn.conglang.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

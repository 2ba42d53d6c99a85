/**
 * How sites look: themes, folders of templates and styles that inherit from each other,
 * one engine for all sites; the look a board has chosen and arranged; and the campaigns
 * that the province and districts show on them.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content", "media" })
@NullMarked
package vn.conglang.appearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

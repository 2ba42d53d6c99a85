/**
 * How sites look: themes, folders of templates and styles that inherit from each other,
 * one engine for all sites; and the look a board has chosen and arranged.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content", "media" })
@NullMarked
package vn.conglang.appearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

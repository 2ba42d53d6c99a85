/**
 * Starts or reaches PostgreSQL, prepares its three roles, and hands out a connection per
 * role: owner, application (one site at a time) and overseer (reads all sites).
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package vn.conglang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What citizens read, counted without knowing who they are: hits go to Matomo from the
 * server, after the answer and from a buffer on disk, so that no page waits for it. And
 * what else a site is connected with: EMC, the network-trust programme.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "identity", "content" })
@NullMarked
package vn.conglang.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Cổng Làng: one application that serves the website of every commune of a province, the
 * newsroom in which their editorial boards work, and the view of what they publish. A
 * package directly below this one is a module; its {@code package-info} says what it is
 * for and which others it may use.
 */
@NullMarked
package vn.conglang;

import org.jspecify.annotations.NullMarked;

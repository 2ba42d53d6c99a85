/** The portal as people meet it: in a browser, with finger, mouse and keyboard. */
@NullMarked
package vn.conglang.browser;

import org.jspecify.annotations.NullMarked;

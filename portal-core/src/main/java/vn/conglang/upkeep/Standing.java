package vn.conglang.upkeep;

import java.util.List;

/**
 * How a site stands today.
 *
 * @param reason the one sentence that matters most
 * @param findings all that is to be done, the most urgent first
 * @param sections how many mandatory sections there are; 0 where nobody has looked yet
 * @param present of them those that are there, though some may be out of date
 * @param current of them those that are there and up to date
 */
public record Standing(Light light, String reason, List<Finding> findings, int sections, int present, int current) {
}

#pragma once

#include "demo/DyeField.h"
#include "demo/PapSmear.h"

namespace isostain::demo {

enum class PapCellKind { Superficial, Intermediate, Parabasal, Koilocyte };

/// Draws one squamous cell of a kind: flat, polygonal, translucent, often folded, with its nucleus. Everything else follows
/// from `draws`.
void drawSquamousCell(DyeField& field, const Noise& noise, Point center, PapCellKind kind, Draws draws);
/// The farthest that drawSquamousCell() reaches from its center, pixels.
constexpr int kSquamousReach = 185;

/// A sheet of glandular cells seen from above: a honeycomb of borders with a nucleus in each cell.
void drawHoneycomb(DyeField& field, const Noise& noise, Point center, float radius, Draws draws);

/// A white blood cell with a nucleus of several lobes.
void drawNeutrophil(DyeField& field, const Noise& noise, Point center, Draws draws);
constexpr int kNeutrophilReach = 36;

}

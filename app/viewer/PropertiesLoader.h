#pragma once

#include "slide/Slide.h"

class QWidget;

namespace isostain {

class Background;
class PropertiesDialog;

/// Opens the properties of a slide; its associated images are read in the background. The dialog belongs to `parent` and
/// deletes itself when closed.
PropertiesDialog* openPropertiesDialog(SlidePtr slide, Background& background, QWidget* parent);

}

#pragma once

#include "handover/Inbox.h"
#include "tiles/TileScheduler.h"

namespace isostain {

/// Brings arrivals from the workers to the GUI thread: all that come in before the event loop turns are one repaint.
using ArrivalInbox = Inbox<TileScheduler::Arrival>;

}

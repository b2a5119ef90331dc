#include "handover/InboxBell.h"

namespace isostain {

InboxBell::InboxBell()
{
    connect(this, &InboxBell::rang, this, &InboxBell::rung, Qt::QueuedConnection);
}

void InboxBell::ring()
{
    emit rang(QPrivateSignal());
}

}

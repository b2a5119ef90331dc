#include "Background.h"

namespace isostain {

// Work here mostly waits for a drive. One that hangs on a lost network share must not keep the next slide from being opened.
constexpr int kThreads = 8;

Background::Background()
{
    m_pool.setMaxThreadCount(kThreads);
}

Background::~Background()
{
    m_pool.clear();
    m_pool.waitForDone();
}

}

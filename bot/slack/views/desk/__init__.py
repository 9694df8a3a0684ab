"""The advisors' desk: the queue, a need's page, the modals of their acts, and the messages in their channel."""
